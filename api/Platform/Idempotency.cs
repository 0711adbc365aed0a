namespace KediriLapor.Platform;

internal static class Idempotency
{
    public const string Header = "Idempotency-Key";

    /// <summary>The key of a POST that creates (IETF draft idempotency-key-header); a UUID, since "1" would meet somebody else's "1".</summary>
    public static Guid Key(HttpRequest request)
    {
        var given = request.Headers[Header].ToString();
        if (given.Length == 0)
        {
            throw new RuleViolation("idempotency_key_required", StatusCodes.Status400BadRequest, Header);
        }

        return Guid.TryParse(given.Trim('"'), out var key) && key != Guid.Empty
            ? key
            : throw new RuleViolation("idempotency_key_invalid", StatusCodes.Status400BadRequest, Header);
    }

    /// <summary>The same where it is asked for only since some have come to do without it.</summary>
    /// <returns>Null for who came without one.</returns>
    public static Guid? KeyOrNone(HttpRequest request) => request.Headers.ContainsKey(Header) ? Key(request) : null;

    /// <summary>Tells a client that it got the first answer again.</summary>
    public static void Tell(HttpResponse response, bool replayed)
    {
        if (replayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }
    }
}
