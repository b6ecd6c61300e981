import { Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/** Long enough for the next letter of somebody who types, short enough to seem at once. */
const pauseMilliseconds = 150;

/** A text to search by: told once its writer pauses, and changed along with `value`. */
export function SearchField({
  label,
  hint,
  value,
  onSearch,
  className,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
  readonly className?: string;
}): ReactNode {
  const [text, setText] = useState(value);
  const told = useRef(value);
  const tell = useRef(onSearch);
  useEffect(() => {
    tell.current = onSearch;
  });
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = text;
      tell.current(text);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Field label={label} className={className} {...(hint !== undefined && { hint })}>
      <Input
        type="search"
        value={text}
        maxLength={200}
        spellCheck={false}
        onChange={(_, data) => setText(data.value)}
      />
    </Field>
  );
}
