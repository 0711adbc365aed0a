using System.Threading.Channels;
using KediriLapor.Platform;

namespace KediriLapor.Live;

/// <summary>Everybody who listens to this instance. Each has a place of bounded size; who reads too slowly is told to begin again.</summary>
internal sealed class LiveStreams : BackgroundService
{
    /// <summary>Browsers and tabs of one person on one instance; the staff client needs one for all its tabs.</summary>
    public const int MostOfOne = 8;

    /// <summary>How often a listener looks whether it may still listen.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly HashSet<Place> places = [];

    /// <exception cref="RuleViolation"><c>too_many_streams</c> (429).</exception>
    public Place Open(Guid accountId)
    {
        var place = new Place(this, accountId);
        lock (gate)
        {
            if (places.Count(other => other.AccountId == accountId) >= MostOfOne)
            {
                throw new RuleViolation("too_many_streams", StatusCodes.Status429TooManyRequests);
            }

            places.Add(place);
        }

        return place;
    }

    public void Tell(Happenings happenings)
    {
        foreach (var place in All())
        {
            place.Put(happenings);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var place in All())
                {
                    place.Put(null);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // open streams would hold up the end of the program
            foreach (var place in All())
            {
                place.Close();
            }
        }
    }

    private Place[] All()
    {
        lock (gate)
        {
            return [.. places];
        }
    }

    private void Leave(Place place)
    {
        lock (gate)
        {
            places.Remove(place);
        }
    }

    /// <summary>Where the news for one listener wait until they are written to the wire.</summary>
    internal sealed class Place(LiveStreams streams, Guid accountId) : IDisposable
    {
        private const int Room = 64;

        private readonly Channel<Happenings?> waiting = Channel.CreateBounded<Happenings?>(Room);
        private volatile bool hasLost;

        public Guid AccountId => accountId;

        /// <summary>Null: nothing happened, look whether you may still listen.</summary>
        public IAsyncEnumerable<Happenings?> ReadAll(CancellationToken ct) => waiting.Reader.ReadAllAsync(ct);

        /// <summary>Whether something was dropped since this was asked last, because nobody read.</summary>
        public bool HasLost()
        {
            var lost = hasLost;
            hasLost = false;
            return lost;
        }

        public void Put(Happenings? happenings)
        {
            if (!waiting.Writer.TryWrite(happenings) && happenings is not null)
            {
                hasLost = true;
            }
        }

        public void Close() => waiting.Writer.TryComplete();

        public void Dispose() => streams.Leave(this);
    }
}
