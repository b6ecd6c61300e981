import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { CallFailed } from '../../../app/call.ts';
import { ExternalLink } from '../../../ui/ExternalLink.tsx';
import { errorText } from '../../../ui/errorText.ts';
import { moveUp, resolversMax } from './resolverList.ts';
import { useWords } from '../../../ui/words.tsx';
import type { FormEvent, ReactNode } from 'react';
import type { Output } from '../../../../shared/contract/index.ts';
import type { useResolverList } from './resolverList.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    paddingInlineStart: '24px',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  text: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere', minWidth: 0 },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  field: { flex: '1 1 260px', minWidth: 0 },
  // Level with the field, which has its label above it.
  add: { '@media (min-width: 560px)': { marginTop: '26px' } },
  heading: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  note: { margin: `0 0 ${tokens.spacingVerticalS}`, maxWidth: '72ch' },
  offer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  about: { display: 'grid', flex: '1 1 240px', minWidth: 0 },
  offers: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

type List = ReturnType<typeof useResolverList>;
type Offers = Output<'dns.resolvers'>['public'];

/** The resolvers that a person names: in order, with the well-known ones to choose from. */
export function NamedResolvers({
  list,
  offered,
}: {
  readonly list: List;
  readonly offered: Offers;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { resolvers } = list;
  return (
    <div className={styles.root}>
      {resolvers.length === 0 ? (
        <p className={styles.note}>{t('networkSettings.resolvers.none')}</p>
      ) : (
        <ol className={styles.list} aria-label={t('networkSettings.resolvers.list')}>
          {resolvers.map((text, index) => (
            <li key={text}>
              <Named list={list} index={index} text={text} />
            </li>
          ))}
        </ol>
      )}
      <NewResolver list={list} />
      <div>
        <h3 className={styles.heading}>{t('networkSettings.resolvers.public')}</h3>
        <p className={styles.note}>{t('networkSettings.resolvers.public.text')}</p>
        <ul className={styles.offers}>
          {offered.map((offer) => (
            <li key={offer.id}>
              <Offer list={list} offer={offer} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Named({
  list: { resolvers, replace },
  index,
  text,
}: {
  readonly list: List;
  readonly index: number;
  readonly text: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.row}>
      <span className={styles.text} translate="no">
        {text}
      </span>
      <span>
        {index > 0 && (
          <Button
            appearance="subtle"
            icon={<ArrowUpRegular />}
            aria-label={`${t('networkSettings.resolvers.up')}: ${text}`}
            onClick={() => void replace(moveUp(resolvers, index))}
          />
        )}
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`${t('networkSettings.resolvers.remove')}: ${text}`}
          onClick={() => void replace(resolvers.filter((_, other) => other !== index))}
        />
      </span>
    </div>
  );
}

function NewResolver({
  list: { resolvers, error, replace, forgetError },
}: {
  readonly list: List;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [text, setText] = useState('');
  const isFull = resolvers.length >= resolversMax;
  const failed = error instanceof CallFailed ? errorText(t, error.error) : null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isFull && (await replace([...resolvers, text]))) setText('');
  };
  const state = failed === null ? {} : ({ validationState: 'error' } as const);
  const message = isFull
    ? t('networkSettings.resolvers.full', { max: resolversMax })
    : failed && `${failed.message} ${failed.action}`;
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Field
        className={styles.field}
        label={t('networkSettings.resolvers.new')}
        hint={t('networkSettings.resolvers.new.hint')}
        validationMessage={message}
        {...(isFull ? ({ validationState: 'none' } as const) : state)}
      >
        <Input
          value={text}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(_, { value }) => {
            forgetError();
            setText(value);
          }}
        />
      </Field>
      <Button type="submit" className={styles.add} disabledFocusable={isFull}>
        {t('networkSettings.resolvers.add')}
      </Button>
    </form>
  );
}

function Offer({
  list: { resolvers, replace },
  offer: { operator, text, policy },
}: {
  readonly list: List;
  readonly offer: Offers[number];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const isAdded = resolvers.includes(text);
  const isFull = resolvers.length >= resolversMax;
  return (
    <div className={styles.offer}>
      <span className={styles.about}>
        <span className={styles.text} translate="no">
          {text}
        </span>
        <span>
          <ExternalLink href={policy}>{t('networkSettings.resolvers.policy')}</ExternalLink>
        </span>
      </span>
      {isAdded ? (
        <span>{t('networkSettings.resolvers.public.added', { operator })}</span>
      ) : (
        <Button
          icon={<AddRegular />}
          disabledFocusable={isFull}
          onClick={() => void (!isFull && replace([...resolvers, text]))}
        >
          {t('networkSettings.resolvers.public.add', { operator })}
        </Button>
      )}
    </div>
  );
}
