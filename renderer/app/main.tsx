import { styleNonce } from './trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { createHttpClient } from '#renderer/client/http-transport.ts';
import { createIpcClient } from '#renderer/client/ipc-transport.ts';
import { App } from './app.tsx';
import '@mantine/core/styles.css';
import '#renderer/theme/app.css';
import '#renderer/theme/pictures.css';
import '#renderer/theme/paper.css';

const client = window.api ? createIpcClient(window.api) : createHttpClient();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App client={client} nonce={styleNonce} />);
