namespace KediriLapor.Platform;

/// <summary>
/// A rule of the domain refused the request. The one exception handler (Platform/Problems) turns it into
/// <c>application/problem+json</c>; nothing else catches it.
/// </summary>
/// <param name="code">Stable code from the catalogue (<c>snake_case</c>); the client's translation key.</param>
/// <param name="status">HTTP status, 4xx.</param>
/// <param name="field">The field at fault, camelCase with dots (<c>location.lat</c>), or null when none is.</param>
public sealed class RuleViolation(string code, int status = StatusCodes.Status422UnprocessableEntity, string? field = null)
    : Exception(code)
{
    public string Code { get; } = ProblemCodes.All.ContainsKey(code) ? code : throw new ArgumentException("not in the catalogue: " + code, nameof(code));

    public int Status { get; } = status;

    public string? Field { get; } = field;

    /// <summary>Facts a client needs to go on, such as <c>allowedNext</c> or <c>currentVersion</c>: extensions of the problem.</summary>
    public Dictionary<string, object?> Facts { get; } = [];

    public RuleViolation With(string fact, object? value)
    {
        Facts[fact] = value;
        return this;
    }

    /// <summary>"Not yours" and "absent" are the same answer: nobody learns what exists by asking.</summary>
    public static RuleViolation NotFound() => new("not_found", StatusCodes.Status404NotFound);
}
