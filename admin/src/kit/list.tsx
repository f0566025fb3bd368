/** Lists of the panel: what is searched and which page is shown live in the address, so that 「返回」 finds it again. */
import type { Page as PageOf } from '@tongdian/shared/contract/route';
import { Table, type TableProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Answer } from './notice';
import { count } from './words';

export interface ListState {
  get(name: string): string;
  page: number;
  /** Any change but turning the page goes back to the first. */
  set(changes: Record<string, string | undefined>): void;
  turnTo(page: number): void;
}

export function useListState(): ListState {
  const [search, setSearch] = useSearchParams();
  const change = (changes: Record<string, string | undefined>): void =>
    setSearch(
      (last) => {
        const next = new URLSearchParams(last);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const page = Number(search.get('page'));
  return {
    get: (name) => search.get(name) ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    set: (changes) => change({ ...changes, page: undefined }),
    turnTo: (to) => change({ page: to > 1 ? String(to) : undefined }),
  };
}

interface ListProps<T extends object> {
  of: {
    data: PageOf<T> | undefined;
    error: unknown;
    isPending: boolean;
    isPlaceholderData: boolean;
    refetch: () => unknown;
  };
  state: ListState;
  label: string;
  columns: TableProps<T>['columns'];
  rowKey: TableProps<T>['rowKey'];
  empty: ReactNode;
  expandable?: TableProps<T>['expandable'];
  unit?: string;
}

export const PAGE_SIZE = 20;

/** A table of 36 a row with its pages; the empty state takes the place of an empty frame. */
export function List<T extends object>(props: ListProps<T>): ReactElement {
  const { of, state, columns, rowKey, empty, expandable, label, unit = '条' } = props;
  return (
    <Answer of={of} rows={10}>
      {(page) =>
        page.total === 0 ? (
          <>{empty}</>
        ) : (
          <Table<T>
            aria-label={label}
            size="small"
            rowKey={rowKey}
            columns={columns}
            dataSource={page.items}
            expandable={expandable}
            className={of.isPlaceholderData ? 'list list-old' : 'list'}
            pagination={{
              current: state.page,
              pageSize: page.pageSize,
              total: page.total,
              showSizeChanger: false,
              hideOnSinglePage: false,
              size: 'small',
              showTotal: (total) => `共 ${count(total)} ${unit}`,
              onChange: state.turnTo,
            }}
          />
        )
      }
    </Answer>
  );
}
