import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { tenantsQuery, useSwitchTenant } from './tenants.ts';
import { useWords } from '../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  button: { minWidth: 'auto', maxWidth: '240px' },
  words: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // As narrow as nothing: a long name would widen the page from where nobody sees it.
    '@media (max-width: 639px)': { position: 'absolute', width: '1px', clipPath: 'inset(50%)' },
  },
});

/** In the top bar: the tenant that the pages are about, and the way to another. */
export default function TenantMenu(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const navigate = useNavigate();
  const { data } = useQuery(tenantsQuery);
  const { mutate: switchTo } = useSwitchTenant();
  const inUse = data?.tenants.find(({ key }) => key === data.inUse);
  if (data === undefined || inUse === undefined) return null;
  return (
    <Menu
      inline
      checkedValues={{ tenant: [inUse.key] }}
      onCheckedValueChange={(_, { checkedItems: [key] }) => {
        if (key !== undefined && key !== inUse.key) switchTo(key);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button className={styles.button} appearance="subtle" icon={<BuildingRegular />}>
          <span className={styles.words}>{t('tenantPages.menu.tenant', { name: inUse.name })}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {data.tenants.map(({ key, name }) => (
            <MenuItemRadio key={key} name="tenant" value={key}>
              <span translate="no">{name}</span>
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => void navigate({ to: '/tenant' })}>
            {t('tenantPages.title')}
          </MenuItem>
          <MenuItem onClick={() => void navigate({ to: '/tenant/sign-in' })}>
            {t('signInPage.title')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
