import { Page } from '../../../app/Page.tsx';
export function GuidePage() {
  return <Page title="x" />;
}
