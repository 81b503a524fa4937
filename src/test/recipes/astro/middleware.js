// src/middleware.js: starts to follow the change log with the server
import { expire } from './news.mjs';
import { follow, now } from './follow-changes.mjs';

now().then(since => follow(since, expire));

export const onRequest = (context, next) => next();
