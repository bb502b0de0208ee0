import { Link } from '@tanstack/react-router';

interface Props {
  readonly caseId: string | null;
  readonly caseNumber: string | null;
}

export function CaseLink({ caseId, caseNumber }: Props) {
  if (caseId === null) return '—';
  return (
    <Link to="/app/cases/$id" params={{ id: caseId }}>
      {caseNumber}
    </Link>
  );
}
