/** Reading and writing routes from components. */
import type { ResultOf, Route, RouteShape } from '@tongdian/shared/contract/route';
import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, type CallInput } from './call';
import { troubleOf } from './problem';
import { SubmitKeys } from './submit-keys';

type Input<R> = Omit<CallInput<R>, 'signal' | 'idempotencyKey'>;

interface ReadOptions {
  /** false = do not ask yet. */
  when?: boolean;
  /** How long an answer is taken as fresh; reference data may be kept for minutes. */
  freshMs?: number;
}

export function useRead<R extends Route<RouteShape>>(
  route: R,
  input: Input<R> = {},
  options: ReadOptions = {},
): UseQueryResult<ResultOf<R>, Error> {
  return useQuery<ResultOf<R>, Error>({
    queryKey: [route.path, input.params ?? null, input.query ?? null],
    queryFn: ({ signal }) => call(route, { ...input, signal } as CallInput<R>),
    enabled: options.when ?? true,
    staleTime: options.freshMs ?? 5_000,
    // The next page of the same list may show the last one meanwhile; another member's page never.
    placeholderData: ((previous: ResultOf<R> | undefined, last?: { queryKey: readonly unknown[] }) =>
      JSON.stringify(last?.queryKey[1]) === JSON.stringify(input.params ?? null)
        ? previous
        : undefined) as never,
  });
}

export function useWrite<R extends Route<RouteShape>>(
  route: R,
): UseMutationResult<ResultOf<R>, Error, Input<R>> {
  const keys = useRef<SubmitKeys | null>(null);
  return useMutation<ResultOf<R>, Error, Input<R>>({
    mutationFn: async (input) => {
      const kept = (keys.current ??= new SubmitKeys());
      try {
        const result = await call(route, {
          ...input,
          idempotencyKey: kept.keyFor(input),
        } as CallInput<R>);
        kept.ended(200);
        return result;
      } catch (error) {
        kept.ended(troubleOf(error).status);
        throw error;
      }
    },
  });
}
