// app/[[...path]]/page.js: the home page, and every article at its own address
import { notFound, permanentRedirect } from 'next/navigation';
import { Suspense } from 'react';
import { read } from '../../lib/news';

export default function Page({ params }) {
  return <Suspense><Content params={params} /></Suspense>;
}

async function Content({ params }) {
  const { path } = await params;
  return path ? <Article path={`/${path.join('/')}`} /> : <Home />;
}

async function Home() {
  const { items } = await read('/v1/articles');
  return <ul>{items.map(item => <li key={item.id}><a href={item.path}>{item.headline}</a></li>)}</ul>;
}

async function Article({ path }) {
  const found = await read(`/v1/resolve?url=${encodeURIComponent(path)}`);
  if (found?.kind !== 'article') {
    notFound();
  }
  const article = await read(`/v1/articles/${found.id}?include=bodyHtml`);
  if (found.status === 'moved') {
    permanentRedirect(article.path);
  }
  return (
    <article>
      <p>{article.category.name}</p>
      <h1>{article.headline}</h1>
      <div dangerouslySetInnerHTML={{ __html: article.bodyHtml ?? '' }} />
    </article>
  );
}
