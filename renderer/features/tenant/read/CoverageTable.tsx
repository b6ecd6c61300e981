import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { cloudIds } from '../../../../shared/identity/clouds.ts';
import { isChoosable } from './choice.ts';
import { sourceName } from '../sourceWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Coverage } from '../../../../shared/contract/tenant.ts';
import type { ReactNode } from 'react';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { Verdict } from '../../../ui/VerdictIcon.tsx';
import type { WordId } from '../../../../shared/words/en.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  call: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const columns = ['source', 'needs', 'state'] as const;
type Column = (typeof columns)[number];
const shares: Readonly<Record<Column, number>> = { source: 38, needs: 30, state: 32 };

const verdicts: Readonly<Record<Coverage['state'], Verdict>> = {
  ready: 'good',
  'sign-in-needed': 'note',
  'consent-needed': 'note',
  'role-missing': 'warning',
  'licence-missing': 'warning',
  'trace-principal-missing': 'warning',
  'names-concealed': 'warning',
  'not-in-this-cloud': 'unknown',
  'not-available': 'unknown',
  'import-only': 'note',
  unknown: 'unknown',
};

/** Every source: what it gives and needs, whether it can be read, and whether it is to be. */
export function CoverageTable({
  sources,
  chosen,
  onChoose,
}: {
  readonly sources: readonly Coverage[];
  readonly chosen: readonly SourceId[];
  readonly onChoose: (id: SourceId, read: boolean) => void;
}): ReactNode {
  const t = useWords();
  return (
    <StackedTable
      label={t('tenantRead.coverage')}
      columns={columns.map((id) => ({
        id,
        title: t(`tenantRead.column.${id}`),
        share: shares[id],
      }))}
      rows={sources}
      keyOf={({ id }) => id}
      renderCell={(column, source) => {
        switch (column) {
          case 'source':
            return (
              <SourceCell
                source={source}
                checked={chosen.includes(source.id)}
                onChoose={(read) => onChoose(source.id, read)}
              />
            );
          case 'needs':
            return <Needs source={source} />;
          case 'state':
            return <State source={source} />;
          default:
            return column satisfies never;
        }
      }}
    />
  );
}

function SourceCell({
  source,
  checked,
  onChoose,
}: {
  readonly source: Coverage;
  readonly checked: boolean;
  readonly onChoose: (read: boolean) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const name = sourceName(source.id, t);
  return (
    <>
      {isChoosable(source) ? (
        <Checkbox
          checked={checked}
          label={name}
          onChange={(_, data) => onChoose(data.checked === true)}
        />
      ) : (
        <strong>{name}</strong>
      )}
      <div>{t(`tenantSources.${source.id}.gives`)}</div>
      <div className={styles.call} translate="no">
        {source.call}
      </div>
    </>
  );
}

function Needs({ source }: { readonly source: Coverage }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { scopes, roles, licence, clouds, api } = source;
  const lines: (readonly [WordId, string])[] = [
    ...scopes.map((scope) => ['tenantRead.needs.scope', scope] as const),
    ...(roles.length === 0 ? [] : [['tenantRead.needs.role', roles.join(', ')] as const]),
    ...(licence === null ? [] : [['tenantRead.needs.licence', 'Microsoft Entra ID P1'] as const]),
    ...(clouds.length === cloudIds.length
      ? []
      : [
          [
            'tenantRead.needs.clouds',
            clouds.map((cloud) => t(`signInPage.cloud.${cloud}`)).join(', '),
          ] as const,
        ]),
  ];
  if (lines.length === 0) {
    return t(api === 'import' ? 'tenantRead.needs.file' : 'tenantRead.needs.nothing');
  }
  return (
    <ul className={styles.list}>
      {lines.map(([id, value]) => (
        <li key={`${id} ${value}`}>{t(id, { value })}</li>
      ))}
    </ul>
  );
}

function State({ source }: { readonly source: Coverage }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { state, missing, detail } = source;
  return (
    <>
      <VerdictIcon verdict={verdicts[state]} word={t(`tenantRead.state.${state}`)} />
      <div>{t(`tenantRead.todo.${state}`)}</div>
      {missing.length > 0 && (
        <div className={styles.quiet}>{t('tenantRead.missing', { value: missing.join(', ') })}</div>
      )}
      {detail !== null && (
        <div className={styles.quiet} translate="no">
          {detail}
        </div>
      )}
    </>
  );
}
