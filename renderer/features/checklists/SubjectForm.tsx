import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { checklistRoute } from './checklistRoutes.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '@media print': { display: 'none' },
  },
  field: { flex: '1 1 240px', minWidth: 0, maxWidth: '420px' },
});

/** For which domain or server: one that the tenant has, or any other. */
export function SubjectForm({
  needs,
  subject,
  subjects,
}: {
  readonly needs: 'domain' | 'host';
  readonly subject: string | null;
  readonly subjects: readonly string[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const listId = useId();
  const navigate = checklistRoute.useNavigate();
  const [text, setText] = useState(subject ?? '');
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const name = text.trim().toLowerCase().replace(/\.$/, '');
        if (name !== '') void navigate({ search: { subject: name } });
      }}
    >
      <Field className={styles.field} label={t(`checklistPage.subject.${needs}`)}>
        <Input
          value={text}
          list={listId}
          maxLength={253}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <datalist id={listId}>
        {subjects.map((each) => (
          <option key={each} value={each} translate="no" aria-label={each} />
        ))}
      </datalist>
      <Button type="submit" appearance={subject === null ? 'primary' : 'secondary'}>
        {t('checklistPage.subject.show')}
      </Button>
    </form>
  );
}
