import { Page } from '../../../app/Page.tsx';
export function ExplainPage() {
  return <Page title="x" />;
}
