import { Field, Select, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // As wide as its place, not as its longest option.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
});

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** A word of a protocol, the same in every language. */
  readonly verbatim?: boolean;
}

/** One of a few, from a list. */
export function SelectField({
  label,
  hint,
  value,
  choices,
  onChange,
  className,
  size = 'medium',
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
  readonly size?: 'medium' | 'large';
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={className}>
      <Field label={label} className={styles.field} {...(hint !== undefined && { hint })}>
        <Select
          className={styles.select}
          select={{ className: styles.select }}
          size={size}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        >
          {choices.map((choice) => (
            <option
              key={choice.value}
              value={choice.value}
              {...(choice.verbatim === true && { translate: 'no' })}
            >
              {choice.text}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
