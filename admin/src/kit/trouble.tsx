/** Tells about a failed write where no form field can: words, and 「复制给客服」 beside them. */
import { App } from 'antd';
import { troubleOf } from '../api/problem';
import { CopyForSupport } from './notice';

export function useTellTrouble(): (error: unknown) => void {
  const { notification } = App.useApp();
  return (error) => {
    const trouble = troubleOf(error);
    notification.error({
      title: trouble.words,
      description: <CopyForSupport text={trouble.forSupport} />,
      placement: 'top',
      role: 'alert',
    });
  };
}
