/** Every address of the panel; each page is a piece of its own that loads when it is opened. */
import { lazy, type ComponentType, type ReactElement } from 'react';
import { createHashRouter, type RouteObject } from 'react-router-dom';
import type { Permission } from '@tongdian/shared/contract/permissions';
import { Frame, Lost, Needs, Start } from './shell/frame';
import { SignIn } from './pages/sign-in/sign-in';

function page(
  path: string,
  permission: Permission,
  load: () => Promise<{ default: ComponentType }>,
): RouteObject {
  const Lazy = lazy(load);
  const element: ReactElement = (
    <Needs permission={permission}>
      <Lazy />
    </Needs>
  );
  return { path, element };
}

export const router = createHashRouter([
  { path: '/sign-in', element: <SignIn /> },
  {
    element: <Frame />,
    children: [
      { path: '/', element: <Start /> },
      page('/overview', 'insights.read', () => import('./pages/overview/overview')),
      page('/members', 'members.read', () => import('./pages/members/members')),
      page('/members/:id', 'members.read', () => import('./pages/members/member')),
      page('/coupons', 'coupons.read', () => import('./pages/coupons/templates')),
      page('/coupons/new', 'coupons.write', () => import('./pages/coupons/editor')),
      page('/coupons/:id', 'coupons.read', () => import('./pages/coupons/template')),
      page('/coupons/:id/edit', 'coupons.write', () => import('./pages/coupons/editor')),
      page('/products', 'catalog.read', () => import('./pages/products/products')),
      page('/products/:id', 'catalog.read', () => import('./pages/products/product')),
      page('/stores', 'stores.read', () => import('./pages/stores/stores')),
      page('/orders', 'orders.read', () => import('./pages/orders/orders')),
      page('/orders/:id', 'orders.read', () => import('./pages/orders/order')),
      page('/imports', 'imports.read', () => import('./pages/imports/imports')),
      page('/imports/:id', 'imports.read', () => import('./pages/imports/run')),
      page('/audit', 'audit.read', () => import('./pages/audit/audit')),
      page('/invariants', 'insights.read', () => import('./pages/invariants/invariants')),
      { path: '*', element: <Lost /> },
    ],
  },
]);
