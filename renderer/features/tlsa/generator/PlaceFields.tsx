import { Combobox, Field, Input, Option, makeStyles, tokens } from '@fluentui/react-components';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { errorText } from '../../../ui/errorText.ts';
import { fieldError, hostSuggestions, presetOf, readDraft } from './draft.ts';
import { protocols, servicePresets } from '../../../../shared/tlsa/service.ts';
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
  const reading = readDraft(draft);
  return (
    <Section title={t('generator.place')}>
      <div className={styles.grid}>
        <HostField draft={draft} certificate={certificate} onChange={onChange} />
        <ServiceField draft={draft} onChange={onChange} />
        <div className={styles.service}>
          <Field label={t('tlsa.field.port')} {...problem(t, fieldError(reading.port))}>
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
          <Field
            label={t('generator.ttl')}
            hint={t('generator.ttl.hint')}
            {...problem(t, fieldError(reading.ttl))}
          >
            <Input
              className={styles.control}
              inputMode="numeric"
              value={draft.ttl}
              onChange={(_, { value }) => onChange({ ttl: value })}
            />
          </Field>
        </div>
        <ZoneField draft={draft} onChange={onChange} />
      </div>
    </Section>
  );
}

function ServiceField({ draft, onChange }: Omit<Props, 'certificate'>): ReactNode {
  const t = useWords();
  return (
    <SelectField
      label={t('generator.service')}
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
          : t('generator.host.hint')
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
      hint={draft.zone === null ? t('tlsa.zone.guess') : t('generator.zone.hint')}
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

function problem(t: Words, error: AppError | null) {
  if (error === null) return { validationState: 'none' as const };
  const { message, action } = errorText(t, error);
  return { validationState: 'error' as const, validationMessage: `${message} ${action}` };
}
