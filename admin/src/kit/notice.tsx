/** What a page shows instead of its content: nothing yet, failed, still loading. */
import { App, Button, Skeleton } from 'antd';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { troubleOf } from '../api/problem';
import { Island } from './island';

/** Nothing here yet, and one thing to do about it. */
export function Empty(props: { title: string; hint?: string; act?: ReactNode }): ReactElement {
  return (
    <div className="notice">
      <Island />
      <div className="notice-title">{props.title}</div>
      {props.hint && <div className="notice-hint">{props.hint}</div>}
      {props.act && <div className="notice-act">{props.act}</div>}
    </div>
  );
}

/** Copies code and request number, so that nobody has to read them out. */
export function CopyForSupport({ text }: { text: string }): ReactElement {
  const { message } = App.useApp();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => message.success('复制好了，发给客服就行'),
      () => message.info({ content: text, duration: 10 }),
    );
  };
  return (
    <Button type="link" size="small" onClick={copy}>
      复制给客服
    </Button>
  );
}

export function Failed(props: { error: unknown; again?: () => void }): ReactElement {
  const trouble = troubleOf(props.error);
  return (
    <div className="notice" role="alert">
      <Island lit={trouble.status !== 404} />
      <div className="notice-title">{trouble.words}</div>
      <div className="notice-act">
        {props.again && <Button onClick={props.again}>再试一次</Button>}
        <CopyForSupport text={trouble.forSupport} />
      </div>
    </div>
  );
}

/** Shows its children only after 300 ms: a quick answer never flashes a skeleton. */
export function Later({ children }: { children: ReactNode }): ReactElement | null {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return due ? <>{children}</> : null;
}

export function Loading({ rows = 8 }: { rows?: number }): ReactElement {
  return (
    <div className="loading" role="status" aria-label="正在读取">
      <Later>
        <Skeleton title={false} paragraph={{ rows, width: '100%' }} />
      </Later>
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** The three ways a question ends. What was shown stays when asking again fails. */
export function Answer<T>(props: {
  of: Asked<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}): ReactElement {
  const { data, error, refetch } = props.of;
  if (data !== undefined) {
    return (
      <>
        {error ? <Failed error={error} again={() => void refetch()} /> : null}
        {props.children(data)}
      </>
    );
  }
  if (error) return <Failed error={error} again={() => void refetch()} />;
  return <Loading rows={props.rows} />;
}
