/** What a list of the counter looks like before it has an answer, and when it has none. */
import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { Query } from '@kit/query';
import { Empty } from '@kit/ui/empty';
import { ListSkeleton } from '@kit/ui/skeleton';
import { momentOf } from '@kit/words';
import { nextStepOf } from './refusals';

interface Props<T> {
  query: Query<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  const { data, problem, waiting, at, reload } = query;
  if (data)
    return (
      <>
        {problem ? (
          <View className="td-banner td-banner--plain ck-known">
            {problem.code === 'offline' && at
              ? `没连上网，这是 ${momentOf(at)} 的记录`
              : `${problem.words}，这是之前的记录`}
          </View>
        ) : null}
        {children(data)}
      </>
    );
  if (problem) {
    const offline = problem.code === 'offline';
    const { way } = nextStepOf(problem);
    return (
      <Empty
        lamp
        title={offline ? '没连上网' : problem.words}
        note={offline ? '连上以后再看' : '不是你的问题，等一下再看'}
        {...(way === 'retry' ? { act: '再试一次', onAct: () => void reload() } : {})}
      />
    );
  }
  return waiting ? <>{skeleton ?? <ListSkeleton />}</> : null;
}
