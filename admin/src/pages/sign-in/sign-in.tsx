/** Signing in. A preview shows its demo logins; one press fills them in. */
import { demoLogins, staffSignIn } from '@tongdian/shared/contract/staff.routes';
import type { StaffSignInBody } from '@tongdian/shared/contract/staff.dto';
import { Button, Form, Input, type FormInstance } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { useRead, useWrite } from '../../api/hooks';
import { troubleOf } from '../../api/problem';
import { beginSession, useSession } from '../../api/session';
import { CopyForSupport } from '../../kit/notice';
import { Logo } from '../../kit/island';
import { BRAND_NAME, PRODUCT_NAME } from '../../theme/brand';
import { Horizon } from './horizon';
import './sign-in.css';

/** Only a place of this panel: what follows "?back=" may come from anywhere. */
function safeBack(back: string | null): string {
  return back && /^\/(?!\/)[\w\-/?=&%.]*$/.test(back) && !back.startsWith('/sign-in') ? back : '/';
}

export function SignIn(): ReactElement {
  const session = useSession();
  const [search] = useSearchParams();
  useEffect(() => {
    document.title = `登录 · ${BRAND_NAME}${PRODUCT_NAME}`;
  }, []);
  if (session) return <Navigate replace to={safeBack(search.get('back'))} />;
  return (
    <main className="door">
      <section className="door-scene" aria-hidden="true">
        <Horizon />
      </section>
      <section className="door-form">
        <div className="door-brand">
          <Logo size={34} />
          <div>
            <div className="side-name">{BRAND_NAME}</div>
            <div className="side-product">{PRODUCT_NAME}</div>
          </div>
        </div>
        <h1>登录</h1>
        <DoorForm />
      </section>
    </main>
  );
}

function DoorForm(): ReactElement {
  const [form] = Form.useForm<StaffSignInBody>();
  const signIn = useWrite(staffSignIn);
  const trouble = signIn.error ? troubleOf(signIn.error) : null;
  const words = trouble?.status === 400 ? '账号或密码不对' : trouble?.words;
  return (
    <>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => signIn.mutate({ body }, { onSuccess: beginSession })}
      >
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '填一下账号' }]}>
          <Input size="large" autoComplete="username" autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '填一下密码' }]}>
          <Input.Password size="large" autoComplete="current-password" maxLength={100} />
        </Form.Item>
        {trouble && (
          <div className="door-trouble" role="alert">
            {words}
            {trouble.status !== 401 && trouble.status !== 400 && <CopyForSupport text={trouble.forSupport} />}
          </div>
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          登录
        </Button>
      </Form>
      <DemoLogins form={form} />
    </>
  );
}

function DemoLogins({ form }: { form: FormInstance<StaffSignInBody> }): ReactElement | null {
  const { data } = useRead(demoLogins, {}, { freshMs: 60_000 });
  const logins = (data?.logins ?? []).filter((login) => login.store === null);
  if (logins.length === 0) return null;
  return (
    <div className="door-demo">
      <div className="door-demo-title">演示账号，点一下填好</div>
      {logins.map((login) => (
        <button
          key={login.login}
          type="button"
          onClick={() => form.setFieldsValue({ login: login.login, password: login.password })}
        >
          <b>{login.name}</b>
          <span>{login.role}</span>
          <code>
            {login.login} / {login.password}
          </code>
        </button>
      ))}
    </div>
  );
}
