/* Swagger UI over this server's own description; changes made from a session bring its CSRF token. */
window.SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#docs",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  requestInterceptor: (request) => {
    if (new URL(request.url, window.location.origin).origin === window.location.origin) {
      request.headers[document.body.dataset.header] = document.body.dataset.token;
    }
    return request;
  }
});
