/** What Vitest and Playwright write of a run, counted, with a few lines for each test that failed. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const noReport = { passed: 0, failed: 1, skipped: 0, failures: ['no report was written'] };

/** @param file the report of Vitest's JSON reporter. */
export function countVitest(file) {
  const report = readReport(file);
  if (report === null) return noReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(({ name, status, message, assertionResults }) => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      // A file that can't be read has no tests that could fail.
      if (tests.length === 0) return status === 'failed' ? [described(name, message)] : [];
      return tests.map((test) =>
        described(`${name} › ${test.fullName}`, test.failureMessages[0] ?? ''),
      );
    }),
  };
}

/** @param file the report of Playwright's JSON reporter. */
export function countPlaywright(file) {
  const report = readReport(file);
  if (report === null) return noReport;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  return {
    projects: report.config.projects.map(({ name }) => name),
    passed: expected,
    failed: unexpected + flaky,
    skipped,
    failures: specs.flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ projectName, results }) => {
          const error = results.find((result) => result.error !== undefined)?.error;
          return described(`[${projectName}] ${file} › ${title}`, error?.message ?? '');
        }),
    ),
  };
}

/** Every test of a suite and of the suites in it. */
export function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function described(name, message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  return [name, ...lines.slice(0, 4).map((line) => `  ${line.slice(0, 300)}`)].join('\n');
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
