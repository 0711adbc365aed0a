using Microsoft.AspNetCore.Http.Features;

namespace KediriLapor.Platform;

/// <summary>Reads a form that the framework does not bind by itself.</summary>
internal static class Forms
{
    private static readonly FormOptions Usual = new();

    /// <param name="valueMax">Characters of one value; null for what is usual. Files are held to the limit of the whole body alone.</param>
    /// <exception cref="BadHttpRequestException">It breaks off, is no form after all, or holds more than anybody fills in.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken ct, int? valueMax = null)
    {
        try
        {
            return await request.ReadFormAsync(valueMax is { } max ? new FormOptions { ValueLengthLimit = max } : Usual, ct);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !Unavailable.IsFull(e)))
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}
