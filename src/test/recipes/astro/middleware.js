// src/middleware.js: starts to follow the change log with the server
import { begin, expire } from './news.mjs';
import { follow } from './follow-changes.mjs';

follow(begin, expire);

export const onRequest = (context, next) => next();
