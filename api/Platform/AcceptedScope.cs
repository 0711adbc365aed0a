namespace KediriLapor.Platform;

/// <summary>In an endpoint's metadata: the scope (RFC 6749) of a token that lets an integration client in.</summary>
internal sealed record AcceptedScope(string Scope);
