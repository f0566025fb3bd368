/** For pages of the counter: who and where, or null while the sign-in page is on its way. */
import { useEffect } from 'react';
import { useDidShow } from '@tarojs/taro';
import { askToSignIn, deskOf, useStaff, type Desk } from './staff';

export function useDesk(): Desk | null {
  const state = useStaff();
  const desk = deskOf(state);
  const missing = desk === null;
  useEffect(() => {
    if (missing) askToSignIn();
  }, [missing]);
  useDidShow(() => {
    if (deskOf(useStaff.getState()) === null) askToSignIn();
  });
  return desk;
}
