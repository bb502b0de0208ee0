import { createHash } from 'node:crypto';

/**
 * Puts the chosen theme on the page before the first paint. A file of its own, because the content security policy allows no
 * inline script; hashed, because files under /assets are kept for ever.
 */
const source = `try{var t=localStorage.getItem('zhiheng-theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
const fileName = `assets/theme-boot-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.js`;

export function themeBoot() {
  return {
    name: 'zhiheng:theme-boot',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use(`/${fileName}`, (_request, response) => response.setHeader('content-type', 'text/javascript').end(source));
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: `/${fileName}` }, injectTo: 'head-prepend' }],
  };
}
