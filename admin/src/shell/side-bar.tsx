import { staffSignOut } from '@tongdian/shared/contract/staff.routes';
import { Tooltip } from 'antd';
import type { ReactElement } from 'react';
import { NavLink } from 'react-router-dom';
import { useWrite } from '../api/hooks';
import { endSession, type PanelSession } from '../api/session';
import { Icon } from '../kit/icons';
import { Logo } from '../kit/island';
import { BRAND_NAME, PRODUCT_NAME } from '../theme/brand';
import { ENTRIES } from './entries';

export function SideBar({ session }: { session: PanelSession }): ReactElement {
  const { staff } = session;
  const open = ENTRIES.filter((entry) => staff.permissions.includes(entry.permission));
  return (
    <aside className="side">
      <div className="side-brand">
        <Logo />
        <div>
          <div className="side-name">{BRAND_NAME}</div>
          <div className="side-product">{PRODUCT_NAME}</div>
        </div>
      </div>
      <nav aria-label="后台菜单">
        {open.map((entry) => (
          <NavLink key={entry.path} to={entry.path} className="side-entry">
            <Icon name={entry.icon} />
            {entry.name}
          </NavLink>
        ))}
      </nav>
      <SignedIn session={session} />
    </aside>
  );
}

function SignedIn({ session: { staff } }: { session: PanelSession }): ReactElement {
  const signOut = useWrite(staffSignOut);
  // Gone from this tab whatever the server says: the token dies with it or by its time.
  const leave = (): void => signOut.mutate({}, { onSettled: endSession });
  return (
    <div className="side-who">
      <span className="side-face" aria-hidden="true">
        {staff.name.slice(0, 1)}
      </span>
      <div className="side-person">
        <div>{staff.name}</div>
        <div className="side-role">{staff.roleName}</div>
      </div>
      <Tooltip title="退出登录" placement="right">
        <button type="button" className="side-leave" aria-label="退出登录" onClick={leave}>
          <Icon name="leave" />
        </button>
      </Tooltip>
    </div>
  );
}
