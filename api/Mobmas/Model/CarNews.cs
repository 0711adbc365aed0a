namespace KediriLapor.Mobmas.Model;

/// <summary>An event of a request that the report it serves has not heard of yet; written with the event, taken away with the row in the report's history.</summary>
public sealed class CarNews
{
    private CarNews()
    {
    }

    internal CarNews(CarRequest request) => (RequestId, Version) = (request.Id, request.Version);

    public Guid RequestId { get; private init; }

    /// <summary>Of the event.</summary>
    public int Version { get; private init; }
}
