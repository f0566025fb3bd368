/** What a query looks like before it has an answer, and when it has none: the same on every screen. */
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Problem } from '../problem';
import type { Query } from '../query';
import { momentOf } from '../words';
import { Empty } from './empty';
import { ListSkeleton } from './skeleton';

interface Props<T> {
  query: Query<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

export function Await<T>({ query, skeleton, children }: Props<T>) {
  if (query.data) {
    return (
      <>
        {query.problem && query.at ? (
          <View className="td-banner td-banner--plain">{`没连上网，这是 ${momentOf(query.at)} 的内容`}</View>
        ) : null}
        {children(query.data)}
      </>
    );
  }
  if (query.problem) return <Failed problem={query.problem} onRetry={() => void query.reload()} />;
  return query.waiting ? <>{skeleton ?? <ListSkeleton />}</> : null;
}

export function Failed({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  if (problem.status === 403) return <Empty title="这里看不了" note={problem.words} />;
  if (problem.status === 404) return <Empty title={problem.words} note="可能刚刚变了，回去看看别的" />;
  if (problem.code === 'offline')
    return (
      <Empty lamp title="没连上网" note="会员码还能用，别的内容稍后再看" act="再试一次" onAct={onRetry} />
    );
  return <Empty lamp title={problem.words} note="不是你的问题，等一下再看" act="再试一次" onAct={onRetry} />;
}
