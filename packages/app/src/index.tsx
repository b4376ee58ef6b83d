import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import { app } from './App';

const root = document.getElementById('root');
if (!root) {
  throw new Error(
    'public/index.html has no element with id "root" to render the app into',
  );
}
ReactDOM.createRoot(root).render(app.createRoot());
