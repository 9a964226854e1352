using JoinSets.Tests.Support;
using Xunit;

namespace JoinSets.Tests.Types;

public sealed class Options
{
    [Fact]
    public void JoinSetOptions_Untouched_BoundNothing()
    {
        var options = new JoinSetOptions();

        Assert.Null(options.MaxConcurrency);
        Assert.Null(options.Name);
        Assert.Equal(CancellationToken.None, options.CancellationToken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    [InlineData(null)]
    public void MaxConcurrency_Allowed_IsKept(int? bound) => Assert.Equal(bound, new JoinSetOptions { MaxConcurrency = bound }.MaxConcurrency);

    [Fact]
    public void Name_Given_IsTheSets()
    {
        var options = new JoinSetOptions { Name = "fetchers" };

        Assert.Equal("fetchers", new JoinSet<int>(options).Name);
        Assert.Equal("fetchers", new JoinSet(options).Name);
        Assert.Null(new JoinSet<int>().Name);
        Assert.Null(new JoinSet().Name);
    }

    [Fact]
    public async Task OneOptions_TwoSets_ShareNoSlot()
    {
        var options = new JoinSetOptions { MaxConcurrency = 1 };
#pragma warning disable JOIN001 // what becomes of the task is not the question here
        await using var first = new JoinSet<int>(options);
#pragma warning restore JOIN001
        await using var second = new JoinSet(options);
        first.Spawn(SampleWork.UntilAborted);

        second.Spawn(SampleWork.Returns(1));

        Assert.True((await second.JoinNextAsync().InTime())!.Value.IsSuccess);
    }

    [Fact]
    public void ToString_OfTheSets_TellsNameAndCount()
    {
#pragma warning disable JOIN001 // what becomes of the task is not the question here
        var values = new JoinSet<int>(new JoinSetOptions { Name = "fetchers" });
#pragma warning restore JOIN001
        var plain = new JoinSet();
        values.Add(Task.FromResult(1));

        Assert.Equal("JoinSet<Int32> 'fetchers', Count = 1", values.ToString());
        Assert.Equal("JoinSet, Count = 0", plain.ToString());
        plain.Dispose();
        Assert.Equal("JoinSet, Count = 0, disposed", plain.ToString());
    }
}
