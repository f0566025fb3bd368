import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { troubleOf } from './api/problem';
import { currentSession, onSessionChange } from './api/session';
import { router } from './routes';
import { antdTheme, putBrandIntoPage } from './theme/brand';
import './theme/base.css';
import './theme/kit.css';
import './theme/antd.css';

dayjs.locale('zh-cn');
putBrandIntoPage(document);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only "no answer" and a neighbour that is down are worth one more try.
      retry: (tries, error) => tries < 1 && [0, 502, 503, 504].includes(troubleOf(error).status),
      refetchOnWindowFocus: true,
    },
  },
});

// What one person was shown is not left for the next.
onSessionChange(() => {
  if (!currentSession()) queries.clear();
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
