"""The words of which two stand on the agent's screen and on the customer's. Plain, short, and known in Nigeria."""

# 256 of them, so that a byte chooses one evenly. None means harm, is a figure, or belongs to one people only.
WORDS: tuple[str, ...] = tuple(
    """
    almond anchor apple apron arrow avocado baker balloon bamboo banana banjo barber basket beaver bench bicycle
    bird biscuit blanket blue boat book bottle bowl bread brick bridge broom brother brown brush bucket bus
    butter button cabbage cake calendar camel camera candle canoe carpenter carrot cartoon cashew cassava castle
    catfish ceiling cement chair chalk cherry chicken chimney chisel cinema circle clock cloth cloud coconut
    coffee comb compass cooker copper coral cotton cousin crab cradle crayon cricket cucumber curtain cushion
    dance desk diamond dictionary doctor donkey door dragon drum duck eagle east egg elephant engine envelope
    evening factory family farmer feather fence finger fisherman flag flower flute football forest fork fountain
    friday garden garlic gate giraffe glass goat gold gong grape green groundnut guava guitar hammer handbag
    harbour harvest hawk helmet honey horse hotel iron island jacket jug juice kettle keyboard kitchen kite
    ladder lamp lantern leaf lemon leopard library lion lizard lorry magnet maize mango map marble market melon
    milk mirror monday monkey moon morning motor mountain mushroom music necklace needle nest nurse oil okra
    onion orange ostrich oven owl paddle painter palm panda parrot pawpaw peacock pen pencil pepper piano
    picture pillow pilot pineapple pink planet plantain plate pocket potato pumpkin queen rabbit radio rain rice
    river road rocket roof rope salt saturday school scissors shoe silver snail soap spider spoon squirrel star
    stone stool sugar sunday table tailor teacher thunder ticket tiger tomato torch tortoise towel tractor train
    trumpet tuesday turkey umbrella village violin watch water watermelon whale wheel whistle window wood yam
    yellow zebra
    """.split()  # noqa: SIM905 - a paragraph reads better than 256 quoted words
)
