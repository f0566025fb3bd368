/** Around every page: signed in or to the sign-in page and back, and whether one may see it at all. */
import type { Permission } from '@tongdian/shared/contract/permissions';
import { Button } from 'antd';
import { Component, Suspense, type ReactElement, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router-dom';
import { endSession, useMay, useSession } from '../api/session';
import { Island } from '../kit/island';
import { Failed, Loading } from '../kit/notice';
import { Page } from '../kit/page';
import { ENTRIES } from './entries';
import { SideBar } from './side-bar';

export function Frame(): ReactElement {
  const session = useSession();
  const place = useLocation();
  if (!session) {
    const back = `${place.pathname}${place.search}`;
    return <Navigate replace to={`/sign-in?back=${encodeURIComponent(back)}`} />;
  }
  return (
    <div className="frame">
      <a className="skip" href="#main" onClick={skipToMain}>
        跳到内容
      </a>
      <SideBar session={session} />
      <main className="main" id="main" tabIndex={-1}>
        <CatchBroken key={place.pathname}>
          <Suspense fallback={<Loading rows={12} />}>
            <Outlet />
          </Suspense>
        </CatchBroken>
      </main>
    </div>
  );
}

/** The hash is the address of the page here, so the jump is made by hand. */
function skipToMain(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** A page that breaks while drawing (or a part that did not load) leaves the side bar usable. */
class CatchBroken extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error) return <Failed error={this.state.error} again={() => location.reload()} />;
    return this.props.children;
  }
}

/** The first page that this person may see. */
export function Start(): ReactElement {
  const session = useSession();
  const first = ENTRIES.find((entry) => session?.staff.permissions.includes(entry.permission));
  return first ? <Navigate replace to={first.path} /> : <NoPermission />;
}

export function Needs(props: { permission: Permission; children: ReactNode }): ReactElement {
  return useMay(props.permission) ? <>{props.children}</> : <NoPermission />;
}

export function NoPermission(): ReactElement {
  const session = useSession();
  return (
    <Page title="没有权限">
      <div className="notice" role="alert">
        <Island />
        <div className="notice-title">这一页不归你看</div>
        <div className="notice-hint">
          你现在是{session?.staff.roleName ?? '访客'}，要看的话找管理员开，或换个账号
        </div>
        <div className="notice-act">
          <Button onClick={endSession}>换个账号</Button>
        </div>
      </div>
    </Page>
  );
}

export function Lost(): ReactElement {
  return (
    <Page title="没有这一页">
      <div className="notice">
        <Island />
        <div className="notice-title">没有这一页</div>
        <div className="notice-hint">地址可能抄错了，从左边再找一下</div>
      </div>
    </Page>
  );
}
