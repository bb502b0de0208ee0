"""Standard error and degrees of freedom of contrast-test.ts, written out with full matrices (numpy 2)."""
import numpy as np

before = [31, 28, 33, 30, 35, 29, 32, 34, 30, 31, 33, 29, 32, 30]
after = [27, 25, 29, 26, 24, 28, 27, 25]
y = np.array(before + after, float)
n, lag, phi = len(y), 2, 0.4
x = np.column_stack([np.ones(n), np.arange(n) >= len(before)])
h = np.linalg.solve(x.T @ x, x.T)
a = np.array([0, 1]) @ h
m = np.eye(n) - x @ h
u = m @ y
apart = np.abs(np.subtract.outer(np.arange(n), np.arange(n)))
kernel = np.clip(1 - apart / (lag + 1), 0, None)
omega = phi ** apart
q = kernel * np.outer(a, a)
b = m @ q @ m @ omega
factor = (a @ omega @ a) / np.trace(b)
print("standard error", np.sqrt(u @ q @ u * factor))
print("degrees of freedom", np.trace(b) ** 2 / np.trace(b @ b))
