/** Who works here: login and password, then, for who works in several stores, which one it is today. */
import { useEffect, useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { demoLogins } from '@tongdian/shared/contract/staff.routes';
import { useAct } from '@kit/act';
import { call } from '@kit/api';
import { useQuery } from '@kit/query';
import { Button } from '@kit/ui/button';
import { Field } from '@kit/ui/field';
import { Logo } from '@kit/ui/logo';
import { toast } from '@kit/ui/toast';
import { ClerkPage } from '../../parts/clerk-page';
import { nextStepOf } from '../../parts/refusals';
import { chooseStore, deskOf, leaveSignIn, signInClosed, signInStaff, useStaff } from '../../parts/staff';
import { StoreList } from '../../parts/store-list';
import { DemoLogins } from './demo-logins';
import './index.scss';

export default function SignIn() {
  const state = useStaff();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const demo = useQuery('demo.logins', () => call(demoLogins));
  useEffect(() => signInClosed, []);
  const signIn = useAct(async () => {
    await signInStaff({ login: login.trim().toLowerCase(), password });
    setPassword('');
    if (deskOf(useStaff.getState())) leaveSignIn();
  });
  const missing = !login.trim() ? '先填账号' : password.length < 8 ? '先填密码' : null;
  const submit = (): void => {
    if (missing) toast(missing);
    else void signIn.run();
  };
  if (state.staff)
    return (
      <ClerkPage title="选门店" tab>
        <View className="sign-in sign-in--store">
          <View className="t1">{`${state.staff.name}，今天在哪家店`}</View>
          <View className="c14 i2 sign-in__note">核销记在这家店，之后在「我」里能换</View>
          <StoreList
            stores={state.staff.stores}
            onChoose={(id) => {
              chooseStore(id);
              leaveSignIn();
            }}
          />
        </View>
      </ClerkPage>
    );
  return (
    <ClerkPage title="登录" tab>
      <View className="sign-in">
        <View className="ck-mark sign-in__mark">
          <Logo size={36} />
        </View>
        <View className="t1">灯屿店员</View>
        <View className="c14 i2 sign-in__note">用店里给你的账号登录</View>
        <View className="col g12 sign-in__form">
          <Field value={login} onChange={setLogin} placeholder="账号" maxlength={40} />
          <Field
            value={password}
            onChange={setPassword}
            placeholder="密码"
            password
            maxlength={100}
            fault={signIn.problem ? nextStepOf(signIn.problem).says : null}
            onDone={submit}
          />
          <Button
            block
            size={50}
            busy={signIn.busy}
            blocked={missing}
            onBlockedPress={submit}
            onPress={submit}
          >
            登录
          </Button>
        </View>
        <DemoLogins
          logins={demo.data?.logins ?? []}
          chosen={login}
          onChoose={(one) => {
            setLogin(one.login);
            setPassword(one.password);
            signIn.clear();
            void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined);
          }}
        />
      </View>
    </ClerkPage>
  );
}
