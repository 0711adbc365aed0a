namespace KediriLapor.Platform;

/// <summary>Reads a form that the framework does not bind by itself.</summary>
internal static class Forms
{
    /// <exception cref="BadHttpRequestException">It breaks off, is no form after all, or holds more than anybody fills in.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (Exception e) when (e is InvalidDataException || (e is IOException and not BadHttpRequestException && !Unavailable.IsFull(e)))
        {
            throw new BadHttpRequestException("The form cannot be read.", e);
        }
    }
}
