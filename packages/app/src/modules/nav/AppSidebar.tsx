import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarSpace,
} from '@backstage/core-components';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import { SidebarLogo } from './SidebarLogo';

/** Supply chains, then the catalog, then what other plugins bring; settings at the bottom. */
export function AppSidebar({ navItems }: NavContentComponentProps) {
  const nav = navItems.withComponent(item => (
    <SidebarItem icon={() => item.icon} to={item.href} text={item.title} />
  ));
  const settings = navItems.take('page:user-settings');
  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarDivider />
      <SidebarGroup label="Menu" icon={<MenuIcon />}>
        {nav.take('page:supply-chain')}
        {nav.take('page:catalog')}
        {nav.rest({ sortBy: 'title' })}
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      {settings && (
        <SidebarGroup
          label="Settings"
          icon={<UserSettingsSignInAvatar />}
          to={settings.href}
        >
          <SidebarItem
            icon={() => <UserSettingsSignInAvatar />}
            to={settings.href}
            text="Settings"
          />
        </SidebarGroup>
      )}
    </Sidebar>
  );
}
