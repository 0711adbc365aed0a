namespace KediriLapor.Open311;

/// <summary>What a client of this door did wrong; told as <c>errors</c> in the format it asked for.</summary>
/// <param name="description">Shown to users.</param>
internal sealed class Refusal(string description, int status = StatusCodes.Status400BadRequest) : Exception(description)
{
    public int Status { get; } = status;

    public static Refusal NotFound(string description) => new(description, StatusCodes.Status404NotFound);

    public static Refusal Forbidden(string description) => new(description, StatusCodes.Status403Forbidden);
}
