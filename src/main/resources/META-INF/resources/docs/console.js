// Swagger UI without its stock page: that one needs inline scripts, which our Content-Security-Policy forbids.
const place = document.getElementById('swagger-ui');

show().catch(failure => {
  place.textContent = `The OpenAPI document could not be read: ${failure.message}`;
});

async function show() {
  const answer = await fetch(place.dataset.document);
  const spec = await answer.json();
  Object.entries(spec.paths).forEach(([path, item]) => Object.values(item).forEach(operation => prepare(path, operation)));
  place.replaceChildren();
  window.ui = SwaggerUIBundle({
    spec,
    domNode: place,
    presets: [SwaggerUIBundle.presets.apis],
    layout: 'BaseLayout',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: -1,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
  });
}

// Swagger UI fills in every example and would send all filters at once. Optional ones stay empty and tell their example in
// words; what a path needs is filled with something that is published here.
function prepare(path, operation) {
  // A lock only where a key is needed. A public operation takes a key too, and shows no lock.
  if (operation.security?.some(requirement => Object.keys(requirement).length === 0)) {
    delete operation.security;
  }
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path') {
      fill(parameter, place.dataset[path.split('/').find(part => part in place.dataset)]);
    } else if (parameter.required && parameter.name in place.dataset) {
      fill(parameter, place.dataset[parameter.name]);
    } else if (!parameter.required) {
      tell(parameter);
    }
  }
}

function fill(parameter, known) {
  if (known) {
    parameter.example = known;
  }
}

function tell(parameter) {
  if (parameter.example !== undefined) {
    parameter.description = `${parameter.description ?? ''} For example \`${parameter.example}\`.`.trim();
    delete parameter.example;
  }
  delete parameter.examples;
  delete parameter.schema?.example;
  delete parameter.schema?.examples;
}
