"""Trusted values of special functions and distributions: mpmath at 40 digits, by definition (integrals of densities, series), with none
of the methods of the package. Writes trusted-values.json beside itself: [function, arguments, value]."""

import json
import os

from mpmath import betainc, erf, erfc, exp, fabs, findroot, gammainc, inf, log, log1p, loggamma, mp, mpf, ncdf, npdf, quad, sqrt

mp.dps = 40
rows = []


def add(name, args, value):
    number = float(value)
    if number == 0 or fabs(number) < mpf(10) ** -307:
        return
    rows.append([name, [float(a) for a in args], number])


def far_side(log_density, at, slope, spread, direction):
    """Integral of a log-concave density from a point away from its peak, in pieces over which it falls by a factor of e at least. The
    density is scaled to 1 at that point, because the quadrature stops by its absolute error."""
    step = spread if slope == 0 else min(spread, 1 / fabs(slope))
    top = log_density(at)
    pieces = [quad(lambda x: exp(log_density(x) - top), sorted([at + direction * j * step, at + direction * (j + 1) * step])) for j in range(60)]
    return exp(top) * sum(pieces)


def chi_parts(x, df):
    a, x = mpf(df) / 2, mpf(x) / 2
    if a < 3000:
        return gammainc(a, 0, x, regularized=True), gammainc(a, x, inf, regularized=True)
    scale = loggamma(a)
    density = lambda u: a * u - exp(u) - scale  # of u = ln t
    side = far_side(density, log(x), a - x, 1 / sqrt(a), 1 if x > a else -1)
    return (1 - side, side) if x > a else (side, 1 - side)


def beta_parts(x, y, a, b):
    a, b = mpf(a), mpf(b)
    if max(a, b) < 3000:
        return betainc(a, b, 0, x, regularized=True), betainc(b, a, 0, y, regularized=True)
    scale = loggamma(a) + loggamma(b) - loggamma(a + b)
    softplus = lambda u: log1p(exp(u)) if u < 0 else u + log1p(exp(-u))
    density = lambda u: a * u - (a + b) * softplus(u) - scale  # of the log odds u, with one peak at ln(a/b)
    spread = sqrt(1 / a + 1 / b)
    slope = a * y - b * x
    side = far_side(density, log(x) - log(y), slope, spread, -1 if slope > 0 else 1)
    return (side, 1 - side) if slope > 0 else (1 - side, side)


def t_two_sided(t, df):
    t, df = mpf(t), mpf(df)
    return beta_parts(df / (df + t * t), t * t / (df + t * t), df / 2, mpf(1) / 2)[0]


def f_parts(f, d1, d2):
    f, d1, d2 = mpf(f), mpf(d1), mpf(d2)
    return beta_parts(d1 * f / (d1 * f + d2), d2 / (d1 * f + d2), d1 / 2, d2 / 2)


def root(function, start):
    """Root in the logarithm of a positive argument."""
    return exp(findroot(lambda u: function(exp(u)), log(mpf(start)), tol=mpf(10) ** -30, maxsteps=200))


for x in [1e-10, 0.001, 0.1, 0.5, 0.9, 1.0001, 1.5, 1.75, 1.9999, 2.0001, 2.3, 2.5, 3, 7.7, 9.99, 10, 25.5, 170, 1e5, 1e9, 1e15]:
    add('logGamma', [x], loggamma(mpf(x)))
for x in [1e-20, 0.001, 0.3, 0.49, 0.5, 0.51, 1, 1.7, 2.5, 4, 8, 15, 26]:
    add('erf', [x], erf(mpf(x)))
    add('erfc', [x], erfc(mpf(x)))
    add('erfc', [-x], erfc(-mpf(x)))
for z in [-38, -10, -3, -1, -0.1, 0.001, 0.1, 0.5, 1, 1.959963984540054, 3, 6, 10, 20, 30, 37]:
    add('normalUpper', [z], erfc(mpf(z) / sqrt(mpf(2))) / 2)
    add('normalCdf', [z], erfc(-mpf(z) / sqrt(mpf(2))) / 2)
for p in [1e-300, 1e-100, 1e-20, 1e-10, 1e-4, 0.01, 0.025, 0.2, 0.4, 0.499, 0.499999999, 0.6, 0.9, 0.975, 0.999999]:
    tail = mpf(p) if p < 0.5 else 1 - mpf(p)
    z = root(lambda z: log(erfc(z / sqrt(mpf(2))) / 2) - log(tail), sqrt(-2 * log(tail)) if tail < 0.1 else max(0.5 - float(p), float(p) - 0.5) * 2.5)
    add('normalQuantile', [p], -z if p < 0.5 else z)
for df in [0.5, 1, 2, 3.7, 10, 101, 1e4, 1e6, 2.1e7, 1e9]:
    points = {float(df + k * (2 * df) ** 0.5) for k in [-36, -30, -10, -3, -1, 0, 1, 3, 10, 30, 36]} | {1e-3 * df, 0.1 * df, 30.0, 1300.0}
    for x in sorted(p for p in points if 0 < p < df + 40 * (2 * df) ** 0.5 + 1500 and p > df - 40 * (2 * df) ** 0.5):
        lower, upper = chi_parts(x, df)
        add('chiSquareCdf', [x, df], lower)
        add('chiSquareUpper', [x, df], upper)
for df in [0.5, 1, 2.5, 10, 30, 1e3, 1e6, 1e9]:
    for t in [1e-5, 0.001, 0.5, 1, 2, 5, 10, 35, 1e5, 1e100]:
        if t <= 35 or df <= 30:
            add('tTwoSided', [t, df], t_two_sided(t, df))
            add('tCdf', [-t, df], t_two_sided(t, df) / 2)
for d1, d2 in [(0.5, 0.5), (1, 1), (1, 10), (5, 2), (7, 300), (100, 100), (10, 1e6), (3, 1e9), (1e9, 3), (1e5, 1e5), (1e9, 1e9)]:
    spread = (2 / d1 + 2 / d2) ** 0.5
    points = [1e-4, 0.01, 0.5, 1, 2, 10, 1000] if min(d1, d2) < 1e4 else [1 + k * spread for k in [-20, -5, -1, 0, 1, 5, 20]]
    for f in points:
        lower, upper = f_parts(f, d1, d2)
        add('fCdf', [f, d1, d2], lower)
        add('fUpper', [f, d1, d2], upper)
for a, b in [(0.5, 0.5), (2, 3), (30, 0.25), (1e-3, 5), (400, 600)]:
    for x in [1e-100, 1e-6, 0.1, 0.4, 0.9, 0.999]:
        add('betaCdf', [x, a, b], betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True))

for df in [1, 2, 10, 101, 1e4]:
    for p in [1e-100, 1e-10, 0.025, 0.5, 0.95, 0.999999]:
        side = 0 if p <= 0.5 else 1
        wanted = log(mpf(p)) if side == 0 else log(1 - mpf(p))
        z = float(mpf(2) ** 0.5 * mp.erfinv(2 * mpf(min(max(p, 1e-15), 1 - 1e-15)) - 1))
        start = max(df * (1 - 2 / (9 * df) + z * (2 / (9 * df)) ** 0.5) ** 3, 1e-3)
        if p == 1e-100:
            start = float(exp((log(mpf(p)) + loggamma(mpf(df) / 2 + 1)) * 2 / df) * 2) if df < 50 else df / 5 if df < 1000 else df * 0.75
        add('chiSquareQuantile', [p, df], root(lambda x: log(chi_parts(x, df)[side]) - wanted, start))
for df in [1, 2.5, 10, 30, 1e3]:
    for p in [1e-300, 1e-100, 1e-10, 0.001, 0.025, 0.4, 0.9, 0.975]:
        tail = 2 * (mpf(p) if p < 0.5 else 1 - mpf(p))
        start = 10 ** (-float(log(tail) / log(10)) / df) + 0.2 if df < 50 else sqrt(-2 * log(tail / 2)) + 0.1
        t = root(lambda t: log(t_two_sided(t, df)) - log(tail), start)
        add('tQuantile', [p, df], -t if p < 0.5 else t)
for d1, d2 in [(1, 10), (5, 2), (7, 300), (100, 100)]:
    for p in [1e-20, 0.025, 0.5, 0.95, 0.999]:
        side = 0 if p <= 0.5 else 1
        wanted = log(mpf(p)) if side == 0 else log(1 - mpf(p))
        start = 1 if p > 1e-10 else 10 ** (-40.0 / d1)
        add('fQuantile', [p, d1, d2], root(lambda f: log(f_parts(f, d1, d2)[side]) - wanted, start))
for a, b in [(0.5, 20.5), (242, 259), (3, 4)]:
    for p in [1e-10, 0.025, 0.5, 0.975]:
        side = 0 if p <= 0.5 else 1
        wanted = log(mpf(p)) if side == 0 else log(1 - mpf(p))
        odds = root(lambda o: log(beta_parts(o / (1 + o), 1 / (1 + o), a, b)[side]) - wanted, a / b * (1 if p > 1e-5 else 0.5 if a > 100 else 1e-3 if a > 1 else 1e-18))
        add('betaQuantile', [p, a, b], odds / (1 + odds))

# P(Z + delta <= t sqrt(V/df)) with V chi-square, by its integral over V.
for t, df, delta in [(2, 10, 1), (-1, 10, 1), (1.5, 3, -0.7), (2.1, 20, 3), (10, 5, 8), (40, 50, 38), (2.05, 30, 2.8), (0, 7, 1)]:
    a = mpf(df) / 2
    weight = lambda v: exp((a - 1) * log(v / 2) - v / 2 - loggamma(a)) / 2
    value = quad(lambda v: weight(v) * ncdf(mpf(t) * sqrt(v / df) - mpf(delta)), [0, 1, df / 2.0, df, 2 * df, 4 * df, 10 * df + 100, 20 * df + 400])
    add('noncentralTCdf', [t, df, delta], value)
# Noncentral F by its definition as a Poisson mixture, all terms from the first.
for f, d1, d2, lam in [(3, 2, 20, 4), (0.5, 1, 10, 2), (2.7, 3, 100, 11), (20, 4, 60, 50), (1, 5, 5, 0.1)]:
    x, y = mpf(d1) * f / (d1 * mpf(f) + d2), mpf(d2) / (d1 * mpf(f) + d2)
    half = mpf(lam) / 2
    value = sum(exp(j * log(half) - half - loggamma(j + 1)) * betainc(mpf(d1) / 2 + j, mpf(d2) / 2, 0, x, regularized=True) for j in range(0, int(lam) + 120))
    add('noncentralFCdf', [f, d1, d2, lam], value)
# P(X <= h, Y <= k) by integrating the conditional probability over X.
for h, k, rho in [(0.3, -0.2, 0.97), (0.3, -0.2, -0.97), (0, 0, 0.5), (-1, 2, -0.6), (1.5, 1.4, 0.9249), (1.5, 1.4, 0.9251), (-2, -2.1, 0.99), (-5, -5, 0.3), (-3, -4, 0.999), (0.5, -0.5, -0.9999), (2, 2, 0.05), (-1, -1, -0.93), (6, -6, 0.95)]:
    s = sqrt(1 - mpf(rho) ** 2)
    middle = mpf(k) / mpf(rho) if rho else mpf(0)
    cuts = sorted({mpf(c) for c in [-40, -12, -8, -5, -3, -1, 0, 1, 3, 5, 8]} | {middle + j * s for j in (-30, -10, -3, 0, 3, 10, 30)} | {mpf(h)})
    cuts = [c for c in cuts if -40 <= c <= h]
    value = quad(lambda x: npdf(x) * ncdf((mpf(k) - mpf(rho) * x) / s), cuts)
    add('bivariateNormalCdf', [h, k, rho], value)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'trusted-values.json'), 'w') as file:
    file.write('[\n' + ',\n'.join(json.dumps(row) for row in rows) + '\n]\n')
print(len(rows))
