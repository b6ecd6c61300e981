/** The address of a result on its rule's page. `runId` `null`: in the newest run. */
export function ruleSearch(
  subject: string | null,
  runId: number | null,
): { readonly subject?: string; readonly run?: number } {
  return { ...(subject !== null && { subject }), ...(runId !== null && { run: runId }) };
}
