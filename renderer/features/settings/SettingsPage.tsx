import { Field, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import {
  localePreferenceSchema,
  localePreferences,
  themePreferenceSchema,
  themePreferences,
} from '../../../shared/contract/app.ts';
import { AnchorSection } from './anchors/AnchorSection.tsx';
import { CallFailed } from '../../app/call.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Page } from '../../app/Page.tsx';
import { ResolverSection } from './resolvers/ResolverSection.tsx';
import { Section } from '../../ui/Section.tsx';
import { useChangeSettings, useSettings } from '../../app/settings.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  sections: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '720px' },
});

export function SettingsPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { theme, locale } = useSettings();
  const { mutate, error } = useChangeSettings();
  return (
    <Page title={t('settings.title')} lead={t('settings.lead')}>
      <div className={styles.sections}>
        {error instanceof CallFailed && <ErrorMessage error={error.error} />}
        <Section title={t('settings.appearance')}>
          <Field label={t('settings.theme')} hint={t('settings.theme.hint')}>
            <RadioGroup
              value={theme}
              onChange={(_, { value }) => mutate({ theme: themePreferenceSchema.parse(value) })}
            >
              {themePreferences.map((each) => (
                <Radio key={each} value={each} label={t(`app.theme.${each}`)} />
              ))}
            </RadioGroup>
          </Field>
        </Section>
        <Section title={t('settings.language')}>
          <Field label={t('settings.locale')} hint={t('settings.locale.hint')}>
            <RadioGroup
              value={locale}
              onChange={(_, { value }) => mutate({ locale: localePreferenceSchema.parse(value) })}
            >
              {localePreferences.map((each) => (
                <Radio key={each} value={each} label={t(`settings.locale.${each}`)} />
              ))}
            </RadioGroup>
          </Field>
        </Section>
        <ResolverSection />
        <AnchorSection />
      </div>
    </Page>
  );
}
