import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { certificateLabel } from './certificates.ts';
import {
  certificateUsageSchema,
  certificateUsages,
  matchingTypeAcronyms,
  matchingTypeSchema,
  matchingTypes,
  selectorAcronyms,
  selectorSchema,
  selectors,
  usageAcronyms,
} from '../../../../shared/tlsa/record.ts';
import {
  explainMatchingType,
  explainSelector,
  explainUsage,
} from '../../../../shared/tlsa/explainRecord.ts';
import { isLeafUsage } from '../../../../shared/tlsa/recordsOf.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { ExplainedPart } from '../../../../shared/tlsa/explainRecord.ts';
import type { Draft } from './draft.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 140px), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  help: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  anchor: { marginTop: tokens.spacingVerticalM },
});

interface Props {
  readonly draft: Draft;
  readonly anchors: readonly Certificate[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** The three numbers; each says what its present value means. */
export function NumberFields({ draft, anchors, onChange }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('generator.numbers')}>
      <div className={styles.grid}>
        <Choice
          label={t('tlsa.field.usage')}
          explained={explainUsage(draft.usage)}
          values={certificateUsages}
          acronyms={usageAcronyms}
          value={draft.usage}
          onChange={(usage) => onChange({ usage: certificateUsageSchema.parse(usage) })}
        />
        <Choice
          label={t('tlsa.field.selector')}
          explained={explainSelector(draft.selector)}
          values={selectors}
          acronyms={selectorAcronyms}
          value={draft.selector}
          onChange={(selector) => onChange({ selector: selectorSchema.parse(selector) })}
        />
        <Choice
          label={t('tlsa.field.matchingType')}
          explained={explainMatchingType(draft.matchingType)}
          values={matchingTypes}
          acronyms={matchingTypeAcronyms}
          value={draft.matchingType}
          onChange={(type) => onChange({ matchingType: matchingTypeSchema.parse(type) })}
        />
      </div>
      {!isLeafUsage(draft.usage) && anchors.length > 0 && (
        <SelectField
          className={styles.anchor}
          label={t('generator.anchor')}
          value={draft.anchor ?? anchors[0]?.fingerprint ?? ''}
          choices={anchors.map((anchor) => ({
            value: anchor.fingerprint,
            text: certificateLabel(anchor),
            verbatim: true,
          }))}
          onChange={(value) => onChange({ anchor: value })}
        />
      )}
    </Section>
  );
}

function Choice({
  label,
  explained,
  values,
  acronyms,
  value,
  onChange,
}: {
  readonly label: string;
  readonly explained: ExplainedPart;
  readonly values: readonly number[];
  readonly acronyms: readonly string[];
  readonly value: number;
  readonly onChange: (value: number) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const helpId = useId();
  return (
    <div>
      <Field label={label}>
        <RadioGroup
          aria-describedby={helpId}
          value={String(value)}
          onChange={(_, { value: chosen }) => onChange(Number(chosen))}
        >
          {values.map((each) => (
            <Radio
              key={each}
              value={String(each)}
              label={<span translate="no">{`${each} – ${acronyms[each] ?? ''}`}</span>}
            />
          ))}
        </RadioGroup>
      </Field>
      <p id={helpId} className={styles.help} aria-live="polite">
        {t(explained.meaning.id, explained.meaning.params)}
      </p>
    </div>
  );
}
