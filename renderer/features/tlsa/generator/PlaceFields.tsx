import { Combobox, Field, Input, Option, makeStyles, tokens } from '@fluentui/react-components';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { errorText } from '../../../ui/errorText.ts';
import { fieldError, hostSuggestions, placeOf, presetOf, readDraft } from './draft.ts';
import { relativeOwner } from '../../../../shared/tlsa/zone.ts';
import { protocols, serviceOfPort, servicePresets } from '../../../../shared/tlsa/service.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { Protocol } from '../../../../shared/tlsa/service.ts';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  service: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 96px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  // Inputs and lists are as wide as the column, never as wide as their longest entry.
  control: { minWidth: 0, width: '100%' },
  meaning: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  readonly draft: Draft;
  readonly certificate: Certificate;
  readonly onChange: (change: Partial<Draft>) => void;
}

/** Where the record goes: the service's port, the server's name, the zone that holds it. */
export function PlaceFields({ draft, certificate, onChange }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <Section title={t('generator.place')}>
      <div className={styles.grid}>
        <HostField draft={draft} certificate={certificate} onChange={onChange} />
        <ServiceField draft={draft} onChange={onChange} />
        <ServiceDetails draft={draft} onChange={onChange} />
        <ZoneField draft={draft} onChange={onChange} />
      </div>
    </Section>
  );
}

function ServiceField({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const t = useWords();
  const { port } = readDraft(draft);
  return (
    <SelectField
      label={t('generator.service')}
      {...(port.ok && { hint: portMeaning(t, port.value) })}
      value={presetOf(draft)}
      choices={[
        ...servicePresets.map(({ id }) => ({ value: id, text: t(`tlsa.service.${id}`) })),
        { value: 'own', text: t('tlsa.service.own') },
      ]}
      onChange={(value) => {
        const preset = servicePresets.find(({ id }) => id === value);
        onChange(
          preset === undefined
            ? { port: '' }
            : { port: String(preset.port), protocol: preset.protocol },
        );
      }}
    />
  );
}

function portMeaning(t: Words, port: number): string {
  const service = serviceOfPort(port);
  return service === null
    ? t('tlsa.port.other.meaning', { port: String(port) })
    : t(`tlsa.port.${service}.meaning`);
}

/** Port, protocol and time to live side by side, and below them what the two latter mean. */
function ServiceDetails({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { port, ttl } = readDraft(draft);
  const seconds = ttl.ok ? ttl.value : null;
  return (
    <div>
      <div className={styles.service}>
        <Field label={t('tlsa.field.port')} {...problem(t, fieldError(port))}>
          <Input
            className={styles.control}
            inputMode="numeric"
            value={draft.port}
            onChange={(_, { value }) => onChange({ port: value })}
          />
        </Field>
        <SelectField
          label={t('tlsa.field.protocol')}
          value={draft.protocol}
          choices={protocols.map((protocol) => ({
            value: protocol,
            text: protocol.toUpperCase(),
            verbatim: true,
          }))}
          onChange={(value) => onChange({ protocol: value as Protocol })}
        />
        <Field label={t('generator.ttl')} {...problem(t, fieldError(ttl))}>
          <Input
            className={styles.control}
            inputMode="numeric"
            value={draft.ttl}
            onChange={(_, { value }) => onChange({ ttl: value })}
          />
        </Field>
      </div>
      <p className={styles.meaning} aria-live="polite">
        {t(`tlsa.protocol.${draft.protocol}.meaning`)}{' '}
        {seconds === null ? t('generator.ttl.none') : t('tlsa.ttl.meaning', { seconds })}
      </p>
    </div>
  );
}

function HostField({ draft, certificate, onChange }: Props): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { host } = readDraft(draft);
  const international = host.ok && host.value.ascii !== host.value.unicode;
  return (
    <Field
      label={t('generator.host')}
      hint={
        international
          ? t('generator.host.inDns', { name: host.value.ascii })
          : t('tlsa.host.meaning')
      }
      {...problem(t, fieldError(host))}
    >
      <Combobox
        className={styles.control}
        freeform
        spellCheck={false}
        autoCapitalize="none"
        value={draft.host}
        // None is ever selected: the options only fill in what one may as well type.
        selectedOptions={[]}
        onChange={(event) => onChange({ host: event.target.value, hostTyped: true })}
        onOptionSelect={(_, { optionText }) => {
          if (optionText !== undefined) onChange({ host: optionText, hostTyped: true });
        }}
      >
        {hostSuggestions(certificate).map(({ ascii, unicode }) => (
          <Option key={ascii} value={ascii} text={unicode}>
            <span translate="no">{unicode}</span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

function ZoneField({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const t = useWords();
  const { zone } = readDraft(draft);
  const guess = draft.zone === null && zone?.ok ? zone.value.unicode : '';
  return (
    <Field
      label={t('generator.zone')}
      hint={zoneMeaning(t, draft)}
      {...problem(t, fieldError(zone))}
    >
      <Input
        spellCheck={false}
        autoCapitalize="none"
        value={draft.zone ?? guess}
        onChange={(_, { value }) => onChange({ zone: value })}
        // Emptied, it is a guess again; but not while one is about to type.
        onBlur={() => {
          if (draft.zone === '') onChange({ zone: null });
        }}
      />
    </Field>
  );
}

function zoneMeaning(t: Words, draft: Draft): string {
  const place = placeOf(draft);
  if (draft.zone === null || !place.ok) return t('tlsa.zone.guess');
  const { owner, zone } = place.value;
  return t('tlsa.zone.meaning', { owner: relativeOwner(owner, zone) });
}

function problem(t: Words, error: AppError | null) {
  if (error === null) return { validationState: 'none' as const };
  const { message, action } = errorText(t, error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
