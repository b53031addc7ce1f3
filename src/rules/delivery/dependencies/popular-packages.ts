const lines = [
  'express lodash react react-dom axios chalk commander debug moment request async webpack typescript eslint prettier babel-core',
  'jest mocha chai sinon vitest underscore uuid dotenv cross-env rimraf mkdirp glob minimist yargs inquirer semver classnames',
  'prop-types redux react-redux react-router react-router-dom styled-components tailwindcss postcss autoprefixer bootstrap jquery',
  'mongoose mongodb mysql mysql2 sequelize typeorm knex redis ioredis socket.io body-parser cookie-parser cors helmet morgan passport',
  'jsonwebtoken bcrypt bcryptjs nodemailer multer winston bluebird rxjs zone.js core-js tslib fs-extra node-fetch cheerio puppeteer',
  'playwright electron discord.js ethers web3 crypto-js validator joi fastify nodemon concurrently husky lint-staged rollup esbuild',
  'dayjs date-fns immutable immer zustand handlebars mustache marked highlight.js prismjs colors colorama event-stream ws graphql',
  'apollo-server formidable superagent supertest cypress storybook stripe firebase firebase-admin aws-sdk sharp canvas three',
  'next nuxt svelte angular gatsby remix astro vite parcel browserify gulp grunt bower yarn through2 readable-stream iconv-lite',
];

/** Packages of npm that very many use. */
export const popularPackages: ReadonlySet<string> = new Set(lines.flatMap((line) => line.split(' ')));

const distinct = [
  'angular2 args aws-cdk axis bcrypto bowser color color2 colord colours crypto-es dargs eclint enquirer esplint',
  'fs-nextra gaxios grant graphiql harp jslint minimost mkdirs momento mongod mquery msbuild mssql ntypescript',
  'nollup preact preact-redux preact-router query radis reach react-router5 reactn rect redisk reds remax reqwest',
  'rsync scrypt semiver server share smelte storyblok strip stripes sync tedis through tree tslab tslint',
  'ttypescript vasync xargs yarg',
];

/** Packages of their own, in use, with names that are near to those of others. */
export const distinctPackages: ReadonlySet<string> = new Set(distinct.flatMap((line) => line.split(' ')));
